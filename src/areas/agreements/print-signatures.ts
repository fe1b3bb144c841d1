import { pairOf, unlike, type Block, type Cell } from './print-block.ts';
import { groupsOnPaper } from './hash-groups.ts';
import type { AuditHead } from './print-head.ts';
import type { Run, Voice } from './print-voice.ts';
import type { Signature } from './signature.ts';
import type { AgreementText, Partner } from './text.ts';

interface Signed {
  readonly version: { readonly text: AgreementText };
  readonly hash: string;
  readonly head: AuditHead;
  readonly signatures: readonly Signature[];
}

/** Who has signed and how, lines for ink where nobody has or paper counts, and what the two long numbers are for. */
export function signatureBlocks(
  { version, hash, head, signatures }: Signed,
  voices: readonly Voice[],
): readonly Block[] {
  const both = (key: string): Cell => unlike(voices.map((voice) => voice.say(key)));
  const ink = [
    both('agreements.print.placeAndDay'),
    both('agreements.print.nameAndRole'),
    both('agreements.print.ink'),
  ];
  const boxes = version.text.partners.map(({ id, name }) => {
    const signature = signatures.find((one) => one.partner === id && one.version === hash) ?? null;
    const needsInk = signature === null || signature.proof.kind === 'paper';
    return {
      name: voices[0]?.names([name]) ?? name,
      runs: unlike(voices.map((voice) => signedRun(signature, voice))),
      blanks: needsInk ? ink : [],
    };
  });
  return [
    { kind: 'heading', level: 2, runs: both('agreements.print.signatures') },
    { kind: 'signatures', boxes },
    { kind: 'heading', level: 2, runs: both('agreements.print.checks') },
    pairOf(voices.slice(0, 2), (voice) => [voice.say('agreements.print.checksExplained')]),
    ...version.text.partners.flatMap((partner) => headBlock(partner, head, voices)),
  ];
}

function signedRun(signature: Signature | null, voice: Voice): Run {
  if (signature === null) return { ...voice.say('agreements.print.notSigned'), quiet: true };
  return voice.say(`agreements.print.signed.${signature.proof.kind}`, { day: voice.day(signature.day) });
}

function headBlock({ id, name }: Partner, { partners }: AuditHead, voices: readonly Voice[]): readonly Block[] {
  const head = partners.find(({ partner }) => partner === id)?.head ?? null;
  const [voice] = voices;
  if (voice === undefined || head === null) return [];
  return [{ kind: 'pair', cells: [[{ ...voice.plain(groupsOnPaper(head)), label: voice.names([name]) }]] }];
}
