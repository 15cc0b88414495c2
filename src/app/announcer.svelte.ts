/** What a screen reader is told: one message for each change, once it has settled. */

/** Milliseconds without a further change after which a message is said. */
const SETTLED = 700;

export class Announcer {
  message = $state('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Says a message once nothing else has been said for a while. */
  say(message: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.message = message), SETTLED);
  }
}
