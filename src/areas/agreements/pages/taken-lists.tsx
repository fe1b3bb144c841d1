import { Facts, Fold, Part } from '../../../ui/index.ts';
import type { ToldFact, ToldList } from '../told-list.ts';

/** What was taken along, list by list; the lists are closed at first, because they are long. */
export function TakenLists({ title, told }: { readonly title: string; readonly told: readonly ToldList[] }) {
  if (told.length === 0) return null;
  return (
    <Part title={title}>
      {told.map(({ title: list, things }) => (
        <Fold label={list}>
          {things.map((facts) => (
            <Facts facts={facts.map((fact) => ({ term: fact.term, value: <ToldValue fact={fact} /> }))} />
          ))}
        </Fold>
      ))}
    </Part>
  );
}

function ToldValue({ fact: { value, lines } }: { readonly fact: ToldFact }) {
  return (
    <>
      {value}
      {lines.map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </>
  );
}
