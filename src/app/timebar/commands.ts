/** Commands that go through time. */
import type { Command, CommandsOf } from '../commands/command.ts';
import { m } from '../messages.ts';
import { inMode, modeOf, type TimeMode } from './window.ts';

export const timeCommands: CommandsOf = ({ explorer }) => {
  const isTimed = () => explorer.corpus !== null && explorer.scale !== null && explorer.view !== 'changes';
  const inModeOf = (mode: TimeMode, label: () => string): Command => ({
    id: `time.${mode}`,
    group: 'time',
    label,
    when: () => isTimed() && modeOf(explorer.time) !== mode,
    run: () => void (explorer.time = inMode(explorer.time, mode, explorer.scale!)),
  });
  const toChange = (forward: boolean, key: string, label: () => string): Command => ({
    id: forward ? 'time.next-change' : 'time.previous-change',
    group: 'time',
    label,
    keys: [key],
    when: isTimed,
    run: () => explorer.goToChange(forward),
  });
  const byMonth = (months: number, key: string, label: () => string): Command => ({
    id: months > 0 ? 'time.next-month' : 'time.previous-month',
    group: 'time',
    label,
    keys: [key],
    when: isTimed,
    run: () => explorer.goByMonths(months),
  });
  return [
    inModeOf('all', () => m('command_all_time')),
    inModeOf('between', () => m('command_between')),
    // First: some browsers report the bracket itself with Shift too.
    byMonth(-1, 'Shift+[', () => m('command_month_back')),
    byMonth(1, 'Shift+]', () => m('command_month_forward')),
    toChange(false, '[', () => m('time_change_back')),
    toChange(true, ']', () => m('time_change_forward')),
    {
      id: 'time.play',
      group: 'time',
      label: () => m(explorer.player.playing ? 'time_pause' : 'time_play'),
      keys: ['k'],
      when: isTimed,
      run: () => explorer.player.toggle(),
    },
  ];
};
