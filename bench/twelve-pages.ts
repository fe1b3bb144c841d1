import type { Paragraph, Texts } from '../src/areas/agreements/paragraph.ts';
import { BILDUNGSWERK, FOURTH_TEXT, NUJIN, paragraph } from '../test/agreement.ts';

/** Words of a length, in every language of the agreement. */
type Say = (times: number) => Texts;

/** An agreement as long as real ones get, twelve printed pages: every kind of paragraph, said by `say`. */
export function twelvePages(say: Say, sayForm: Say = say) {
  const more = Array.from({ length: 13 }, (_, at): readonly Paragraph[] => [
    paragraph('goal', `goal-more-${at}`, at % 2 === 0 ? NUJIN : BILDUNGSWERK, { words: say(3) }),
    paragraph('task', `task-more-${at}`, NUJIN, {
      result: say(1),
      doer: at % 2 === 0 ? NUJIN : BILDUNGSWERK,
      effort: 600,
      isPaid: true,
      until: '2027-12-15',
    }),
    paragraph('duty', `duty-more-${at}`, BILDUNGSWERK, {
      what: say(1),
      form: sayForm(1),
      due: '2027-06-30',
      responsible: BILDUNGSWERK,
      explanation: say(2),
    }),
    paragraph('decision', `decision-more-${at}`, NUJIN, { about: say(2), decider: NUJIN }),
    paragraph('rhythm', `rhythm-more-${at}`, NUJIN, { words: say(3) }),
  ]).flat();
  return { ...FOURTH_TEXT, paragraphs: [...FOURTH_TEXT.paragraphs, ...more] };
}
