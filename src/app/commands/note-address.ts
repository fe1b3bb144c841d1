import type { Terminal } from '../terminal.ts';
import { terminalWords } from '../terminal-words.ts';

/** A house that runs with other settings than this command has is reached at another address than the printed one. */
export function noteAddress(terminal: Terminal, env: Readonly<Record<string, string | undefined>> = process.env): void {
  const isSaid = ['ORIGIN', 'PORT'].some((name) => (env[name] ?? '').trim() !== '');
  if (!isSaid) terminal.note(terminalWords().say('app.command.address'));
}
