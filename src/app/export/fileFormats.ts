/** What can be saved of the screen: the menu and the commands offer the same. */
import { DATA_FORMATS, type DataFormat } from './dataFormats.ts';
import {
  type Save,
  saveChangesCsv,
  saveChangesJson,
  saveChangesMarkdown,
  saveChangesPdf,
  saveData,
  saveJson,
  savePdf,
  savePng,
  saveSvg,
} from './save.ts';

export interface FileFormat {
  readonly id:
    'png' | 'svg' | 'pdf' | 'json' | 'changes_pdf' | 'markdown' | 'csv' | 'diff' | DataFormat['id'];
  readonly save: Save;
  /** What must be there: a drawn graph, ties on the screen, or changes between two dates. */
  readonly needs: 'drawing' | 'ties' | 'changes';
}

export const PICTURES: readonly FileFormat[] = [
  { id: 'png', save: savePng, needs: 'drawing' },
  { id: 'svg', save: saveSvg, needs: 'drawing' },
  { id: 'pdf', save: savePdf, needs: 'ties' },
];

export const DATA: readonly FileFormat[] = [
  { id: 'json', save: saveJson, needs: 'ties' },
  ...DATA_FORMATS.map((format) => ({ id: format.id, save: saveData(format), needs: 'ties' as const })),
];

export const CHANGES: readonly FileFormat[] = [
  { id: 'changes_pdf', save: saveChangesPdf, needs: 'changes' },
  { id: 'markdown', save: saveChangesMarkdown, needs: 'changes' },
  { id: 'csv', save: saveChangesCsv, needs: 'changes' },
  { id: 'diff', save: saveChangesJson, needs: 'changes' },
];
