/** `*` within a name, `**` across folders, `?` for one character. (Node 20 has no `fs.glob`.) */

/** Whether a path is a pattern. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** The folder that a pattern's matches are in, as far as it names one; '' for the current one. */
export function fixedPart(pattern: string): string {
  const steps = pattern.split('/');
  const firstWild = steps.findIndex(isGlob);
  const folder = steps.slice(0, firstWild).join('/');
  return folder === '' && pattern.startsWith('/') ? '/' : folder;
}

/** A test for paths with `/` between the steps. Names that begin with a dot must be asked for. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const steps = pattern.replace(/^\.\//, '').split('/');
  const source = steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    if (step === '**') return isLast ? '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+' : '(?:(?!\\.)[^/]+/)*';
    const hidden = step.startsWith('.') ? '' : '(?!\\.)';
    const name = step
      .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replaceAll('?', '[^/]');
    return `${step === '' ? '' : hidden}${name}${isLast ? '' : '/'}`;
  });
  const whole = new RegExp(`^${source.join('')}$`, 'u');
  return (path) => whole.test(path.replace(/^\.\//, ''));
}
