/** What is marked in the text of a document: the quote, and in or near it the two actors. */
import type { Evidence } from '../../model/index.ts';
import type { MarkedSpan } from '../inspector/segments.ts';

export function marksOf({ start, end, source, target }: Evidence): MarkedSpan[] {
  return [
    { span: [start, end], mark: 'quote' },
    ...source.map((span) => ({ span, mark: 'source' as const })),
    ...target.map((span) => ({ span, mark: 'target' as const })),
  ];
}
