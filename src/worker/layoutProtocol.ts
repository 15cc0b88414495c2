/** The messages between the page and the worker that lays out the graph and finds its blocs. */
import type { Blocs } from '../graph/blocs.ts';
import type { Dyad } from '../graph/measure-dyads.ts';

export interface LayoutNode {
  readonly id: string;
  /** Diameter in graph units (pixels at zoom 1). */
  readonly size: number;
  /** Length of the label in graph units, so that neighbours leave room for it. */
  readonly labelWidth: number;
  /** Number of the bloc that it is in, in the layout by blocs; absent: in none. */
  readonly bloc?: number;
  /** Ids of the actors that it belongs to, in the layout by levels. */
  readonly parents?: readonly string[];
}

export interface LayoutEdge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** The layouts that the worker makes. */
export type ComputedLayout = 'force' | 'rings' | 'blocs' | 'levels';

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Positions = Readonly<Record<string, Point>>;

/** `turn`: comes back with the answer. */
export type WorkerRequest =
  | (LayoutRequest & { readonly kind: 'layout'; readonly turn: number; readonly layout: ComputedLayout })
  | { readonly kind: 'blocs'; readonly turn: number; readonly dyads: readonly Dyad[] };

/** A draft is a first picture of the layout that is still being made. */
export type WorkerResponse =
  | { readonly kind: 'draft' | 'layout'; readonly turn: number; readonly positions: Positions }
  | { readonly kind: 'blocs'; readonly turn: number; readonly blocs: Blocs };
