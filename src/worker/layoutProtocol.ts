/** The messages between the page and the worker that lays out the graph. */

export interface LayoutNode {
  readonly id: string;
  /** Diameter in graph units (pixels at zoom 1). */
  readonly size: number;
  /** Length of the label in graph units, so that neighbours leave room for it. */
  readonly labelWidth: number;
}

export interface LayoutEdge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Positions = Readonly<Record<string, Point>>;
