import type { Child } from 'hono/jsx';
import { typedIn, type FormFields } from '../../../platform/http/index.ts';
import { showMoney } from '../../../plain/money.ts';
import type { Words } from '../../../plain/words.ts';
import { Facts, Fold, TextArea, TextField, type Fact } from '../../../ui/index.ts';
import { AMOUNT_INPUT, offerInput } from '../forms-offer.ts';
import { WAYS, type Offered, type Way } from '../offer.ts';

// words: cooperations.offer.way.* cooperations.offer.hint.*
/** What one can give, way by way: the same fields in the plan and in a request. Ways that are not used are folded away. */
export function OfferFields({
  words,
  typed,
  errorAt,
}: {
  readonly words: Words;
  readonly typed: FormFields;
  readonly errorAt: (input: string) => string | undefined;
}) {
  const field = (name: string) => ({
    words,
    name,
    value: typedIn(typed, name),
    error: errorAt(name),
    optional: 'one of several' as const,
  });
  const isUsed = (name: string) => typedIn(typed, name).trim() !== '' || errorAt(name) !== undefined;
  const used = WAYS.filter((way) => isUsed(offerInput(way)));
  const rest = WAYS.filter((way) => !used.includes(way));
  const fieldsOf = (ways: readonly Way[]) =>
    ways.map((way) => (
      <TextArea
        {...field(offerInput(way))}
        label={words.say(`cooperations.offer.way.${way}`)}
        hint={words.say(`cooperations.offer.hint.${way}`)}
        rows={2}
      />
    ));
  return (
    <>
      <TextField
        {...field(AMOUNT_INPUT)}
        label={words.say('cooperations.offer.amount.label')}
        hint={words.say('cooperations.offer.amount.hint')}
        width="short"
      />
      {fieldsOf(used)}
      {used.length === 0 && !isUsed(AMOUNT_INPUT) ? (
        fieldsOf(rest)
      ) : rest.length === 0 ? null : (
        <Fold label={words.say('cooperations.offer.more')}>{fieldsOf(rest)}</Fold>
      )}
    </>
  );
}

// words: cooperations.offer.way.*
/** What one can give, to be read. `written` sets a text in its language. */
export function OfferShown({
  words,
  offered: { words: texts, money },
  written,
}: {
  readonly words: Words;
  readonly offered: Offered;
  readonly written: (text: string) => Child;
}) {
  const amount: readonly Fact[] =
    money === undefined
      ? []
      : [{ term: words.say('cooperations.offer.amount'), value: <bdi>{showMoney(money, words.language)}</bdi> }];
  return (
    <Facts
      facts={[
        ...amount,
        ...WAYS.flatMap((way): Fact[] => {
          const text = texts[way];
          return text === undefined ? [] : [{ term: words.say(`cooperations.offer.way.${way}`), value: written(text) }];
        }),
      ]}
    />
  );
}
