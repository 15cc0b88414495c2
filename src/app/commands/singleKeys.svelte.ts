/** Whether keys of one character do anything (WCAG 2.1.4); remembered in the browser. */

const KEY = 'entente-single-keys';

export class SingleKeys {
  on = $state.raw(remembered());

  set(on: boolean): void {
    this.on = on;
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing still does as told until the page is closed.
    }
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}
