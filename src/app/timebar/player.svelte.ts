/** Plays the time bar: one bar of the histogram after the other, until the last or until it is stopped. */
import type { TimeView } from '../filters/filters.ts';
import type { View } from '../views.ts';
import type { Scale } from './histogram.ts';
import { firstFrame, nextFrame } from './window.ts';

/** How many times as fast as the slowest. */
export const SPEEDS = [1, 2, 4] as const;

export type Speed = (typeof SPEEDS)[number];

/** Milliseconds for each bar, slowest: less than a date needs to settle, so that playing makes no history. */
const STEP = 500;

/** What is played: the state of the screen. */
interface Played {
  time: TimeView;
  readonly scale: Scale | null;
  readonly view: View;
}

export class Player {
  playing = $state.raw(false);
  speed = $state.raw<Speed>(1);
  private readonly played: Played;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(played: Played) {
    this.played = played;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.start();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.playing = false;
  }

  private start(): void {
    const { time, scale } = this.played;
    if (!scale) return;
    this.played.time = firstFrame(time, scale);
    this.playing = true;
    this.wait();
  }

  private wait(): void {
    this.timer = setTimeout(() => this.step(), STEP / this.speed);
  }

  private step(): void {
    const { time, scale, view } = this.played;
    const next = scale && view !== 'changes' ? nextFrame(time, scale) : null;
    if (!next) return this.stop();
    this.played.time = next;
    this.wait();
  }
}
