/** `npm run bench -- NAME`: figures, not tests; each compares within one run. */
import { benchExtract } from './extract.ts';
import { benchScreen } from './screen.ts';
import { benchTime } from './time.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  extract: benchExtract,
  screen: benchScreen,
  time: benchTime,
};

const [name, ...rest] = process.argv.slice(2);
const bench = name === undefined ? undefined : BENCHES[name];
if (bench) await bench(rest);
else {
  console.error(`npm run bench -- NAME, one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
}
