import { isolated } from '../../../plain/isolated.ts';
import { showMoney } from '../../../plain/money.ts';
import type { Words } from '../../../plain/words.ts';
import type { Fact } from '../../../ui/index.ts';
import { balanceOf } from '../balance.ts';
import { versionsPath } from '../paths.ts';
import { nameIn, sayMinutes } from '../say-part.ts';
import { sectionOf } from '../sections.ts';
import { paragraphsOf } from '../text.ts';
import type { Version } from '../version.ts';

/** What a signature is about, in a few lines: who gets how much and works how long for it, from when to when, and how one leaves. */
export function whatIsSigned(words: Words, { agreement, number, text }: Version): readonly Fact[] {
  const { from = null, until = null } = paragraphsOf(text, 'frame')[0]?.parts ?? {};
  const notice = paragraphsOf(text, 'exit')[0]?.parts.notice ?? null;
  return [
    ...balanceOf(text).map(({ partner, cents, paidMinutes, unpaidMinutes }) => ({
      term: isolated(words, nameIn(text, partner)),
      value: words.say('agreements.sign.side', {
        money: isolated(words, showMoney(cents, words.language)),
        paid: sayMinutes(words, paidMinutes),
        unpaid: sayMinutes(words, unpaidMinutes),
      }),
    })),
    ...(from === null || until === null
      ? []
      : [
          {
            term: words.say('agreements.kind.frame'),
            value: words.say('agreements.print.time', { from: words.day(from), until: words.day(until) }),
          },
        ]),
    ...(notice === null
      ? []
      : [
          {
            term: words.say('agreements.kind.exit'),
            value: (
              <a href={`${versionsPath(agreement, number)}#${sectionOf('exit').slug}`}>
                {words.say('agreements.sign.exit', { weeks: notice })}
              </a>
            ),
          },
        ]),
  ];
}
