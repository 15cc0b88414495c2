/** Which of the tables is shown. */
export const TABLES = ['ties', 'actors', 'assertions', 'documents'] as const;
export type TableName = (typeof TABLES)[number];

export class Tables {
  shown = $state.raw<TableName>('ties');
}
