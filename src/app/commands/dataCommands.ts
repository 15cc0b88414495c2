/** Commands that open files and write them. */
import { m, type MessageKey } from '../messages.ts';
import { CHANGES, DATA, type FileFormat, PICTURES } from '../export/fileFormats.ts';
import { fileStem } from '../export/save.ts';
import type { Screen } from '../screen.ts';
import type { Command, CommandsOf } from './command.ts';

export const dataCommands: CommandsOf = (screen) => {
  const { explorer, stage } = screen;
  const ready: Readonly<Record<FileFormat['needs'], () => boolean>> = {
    drawing: () => ready.ties() && stage.status === 'drawn',
    ties: () => explorer.view !== 'changes' && explorer.shown.length > 0,
    changes: () => explorer.view === 'changes' && explorer.changes.count > 0,
  };
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
    ...[...PICTURES, ...DATA, ...CHANGES].map((format) => exporting(screen, format, ready[format.needs])),
  ];
};

/** Formats whose command says more than their name. */
const LABELS: Partial<Record<FileFormat['id'], MessageKey>> = {
  png: 'command_export_png',
  svg: 'command_export_svg',
  pdf: 'command_export_pdf',
  json: 'command_export_json',
  changes_pdf: 'command_export_changes_pdf',
  markdown: 'command_export_markdown',
  csv: 'command_export_csv',
  diff: 'command_export_diff',
};

function exporting(
  { explorer, stage, opening }: Screen,
  { id, save }: FileFormat,
  when: () => boolean,
): Command {
  const run = async () => {
    try {
      await save(explorer, stage, fileStem(explorer));
    } catch (error) {
      opening.problems = [error instanceof Error ? error.message : m('command_export_failed')];
    }
  };
  const own = LABELS[id];
  const label = () => (own ? m(own) : m('command_export_data', { format: m(`export_${id}`) }));
  return { id: `data.export-${id}`, group: 'data', label, when, run };
}
