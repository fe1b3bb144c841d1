import { join } from 'node:path';
import type { Words } from '../plain/words.ts';
import { loadWords } from '../platform/words/index.ts';
import { ROOT } from './home.ts';

/** The words of the terminal: those of its own setting where we have them (`LANG=tr_TR.UTF-8`), else German. */
export function terminalWords(): Words {
  const wish = (process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '').slice(0, 2);
  return loadWords(join(ROOT, 'src'), { strict: false }).in(['en', 'tr', 'ar', 'uk'].includes(wish) ? wish : 'de');
}
