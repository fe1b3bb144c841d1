import type { Words } from '../../../plain/words.ts';
import { Steps } from '../../../ui/index.ts';

const STEPS = ['file', 'columns', 'preview', 'take'] as const;

/** Where one is in the conversation of an import. */
export function ImportBand({
  words,
  at,
  id,
}: {
  readonly words: Words;
  readonly at: (typeof STEPS)[number];
  /** With it the columns can be gone back to. */
  readonly id?: string | undefined;
}) {
  const now = STEPS.indexOf(at);
  return (
    <Steps
      words={words}
      label={words.say('lists.steps.title')}
      steps={STEPS.map((step, index) => ({
        label: words.say(`lists.steps.${step}`),
        state: index < now ? 'done' : index === now ? 'now' : 'ahead',
        href: step === 'columns' && at === 'preview' && id !== undefined ? `/importe/${id}/spalten` : undefined,
      }))}
    />
  );
}
