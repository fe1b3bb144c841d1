import { readFile, stat } from 'node:fs/promises';
import {
  agreementIn,
  ARCHIVE_UPLOAD,
  inForce,
  sayFindings,
  tellStanding,
  verifyFile,
} from '../../areas/agreements/index.ts';
import { BadInputError, type Command } from '../command.ts';
import { terminalWords } from '../terminal-words.ts';

export const verifyCommand: Command = {
  usage: 'verify DATEI [--json]',
  help: 'Prüft eine mitgenommene Vereinbarung oder Kooperation, ohne Datenbank und ohne Netz: Fassungen, Zustimmungen, Unterschriften.',
  options: { json: { type: 'boolean' } },
  takes: [1, 1],
  run: async (call) => {
    const [path = ''] = call.positionals;
    const words = terminalWords();
    const { archive, findings } = await verifyFile(await read(path));
    const problems = sayFindings(findings, archive).map((one) => words.tell(one));
    const isWhole = archive !== null && findings.length === 0;
    const agreement = archive === null ? null : agreementIn(archive);
    if (call.flags['json'] === true)
      call.terminal.json({
        isWhole,
        inForce: isWhole && agreement !== null ? inForce(agreement) : null,
        says: isWhole ? tellStanding(words, archive) : [],
        findings: findings.map(({ what }) => what),
        problems,
      });
    if (!isWhole) throw new BadInputError(problems.join('\n'));
    if (call.flags['json'] === true) return;
    for (const line of tellStanding(words, archive)) call.terminal.line(line);

    async function read(file: string): Promise<Uint8Array> {
      const { size } = await stat(file).catch(() => ({ size: -1 }));
      if (size < 0) throw new BadInputError(words.say('agreements.archive.verify.noFile', { file }));
      // What no page would have taken in is none of ours; reading it would only fill the memory.
      if (size > ARCHIVE_UPLOAD.bytes) throw new BadInputError(words.say('agreements.archive.finding.noArchive'));
      return readFile(file);
    }
  },
};
