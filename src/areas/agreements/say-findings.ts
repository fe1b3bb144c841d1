import { saying, type Filling, type Saying } from '../../plain/words.ts';
import type { Finding } from './archive.ts';
import { agreementIn, type AnyArchive } from './cooperation-archive.ts';
import { sayAllMissing } from './missing.ts';

// words: agreements.archive.finding.*
/** Everything that is wrong with a file, each as a sentence; of a version that was not ready also what was missing. */
export function sayFindings(findings: readonly Finding[], archive: AnyArchive | null): readonly Saying[] {
  const versions = new Map(
    ((archive === null ? null : agreementIn(archive))?.versions ?? []).map(({ hash, version }) => [hash, version]),
  );
  const names = new Map([...versions.values()].flatMap(({ text }) => text.partners.map(({ id, name }) => [id, name])));
  const told = (what: string, values?: Readonly<Record<string, Filling>>) =>
    saying(`agreements.archive.finding.${what}`, values);
  return findings.flatMap((finding): readonly Saying[] => {
    const { what } = finding;
    if (what === 'version') return [told(`version.${finding.at.why}`, { number: finding.at.number })];
    if (what === 'noArchive' || what === 'spelling' || what === 'checksum') return [told(what)];
    const version = 'version' in finding ? versions.get(finding.version) : undefined;
    const number = version?.number ?? 0;
    if (what !== 'notReady') return [told(what, { partner: names.get(finding.partner) ?? finding.partner, number })];
    const missing =
      version === undefined ? [] : sayAllMissing(finding.missing, version.text, { id: '', cooperation: '' });
    return [told(what, { number }), ...missing.map(({ text }) => text)];
  });
}
