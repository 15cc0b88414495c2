/** Commands that open files and write them. */
import { m, type MessageKey } from '../messages.ts';
import { DATA_FORMATS } from '../export/dataFormats.ts';
import {
  fileStem,
  type Save,
  saveChangesCsv,
  saveChangesJson,
  saveChangesMarkdown,
  saveData,
  saveJson,
  savePdf,
  savePng,
  saveSvg,
} from '../export/save.ts';
import type { Screen } from '../screen.ts';
import type { Command, CommandsOf } from './command.ts';

export const dataCommands: CommandsOf = (screen) => {
  const { explorer, stage } = screen;
  const isDrawn = () => stage.status === 'drawn' && explorer.view !== 'changes' && explorer.shown.length > 0;
  const isShown = () => explorer.view !== 'changes' && explorer.shown.length > 0;
  const isChanged = () => explorer.view === 'changes' && explorer.changes.count > 0;
  return [
    {
      id: 'data.open',
      group: 'data',
      label: () => m('command_open_files'),
      run: () => document.querySelector<HTMLInputElement>('input[type=file]')?.click(),
    },
    {
      id: 'data.share',
      group: 'data',
      label: () => m('command_share'),
      when: () => explorer.corpus !== null,
      run: () => document.getElementById('share')?.click(),
    },
    exporting(screen, 'png', 'command_export_png', isDrawn, savePng),
    exporting(screen, 'svg', 'command_export_svg', isDrawn, saveSvg),
    exporting(screen, 'pdf', 'command_export_pdf', isShown, savePdf),
    exporting(screen, 'json', 'command_export_json', isShown, saveJson),
    ...DATA_FORMATS.map((format) => ({
      ...exporting(screen, format.id, 'export_title', isShown, saveData(format)),
      label: () => m('command_export_data', { format: m(`export_${format.id}`) }),
    })),
    exporting(screen, 'markdown', 'command_export_markdown', isChanged, saveChangesMarkdown),
    exporting(screen, 'csv', 'command_export_csv', isChanged, saveChangesCsv),
    exporting(screen, 'diff', 'command_export_diff', isChanged, saveChangesJson),
  ];
};

function exporting(
  { explorer, stage, opening }: Screen,
  format: string,
  label: MessageKey,
  when: () => boolean,
  save: Save,
): Command {
  const run = async () => {
    try {
      await save(explorer, stage, fileStem(explorer));
    } catch (error) {
      opening.problems = [error instanceof Error ? error.message : m('command_export_failed')];
    }
  };
  return { id: `data.export-${format}`, group: 'data', label: () => m(label), when, run };
}
