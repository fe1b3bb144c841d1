import type { Child } from 'hono/jsx';
import type { Words } from '../plain/words.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/shapes.ts';

export interface FacetOption {
  readonly label: string;
  /** How many results are left when this one is taken. */
  readonly count: number;
  /** Takes the option, or gives it back when it is chosen. */
  readonly href: string;
  readonly chosen: boolean;
  readonly icon?: IconName | undefined;
  readonly lang?: string | undefined;
}

export interface Facet {
  readonly label: string;
  readonly options: readonly FacetOption[];
  /** Whether the group stands open; groups with something chosen always do. */
  readonly open?: boolean | undefined;
}

/** Ways to narrow a list down: links with counts. On a phone all of them fold into one line. */
export function Facets({
  words,
  facets,
  clear,
  also = [],
  children,
}: {
  readonly words: Words;
  readonly facets: readonly Facet[];
  /** The address with nothing chosen. */
  readonly clear: string;
  /** What was chosen beyond the facets, e.g. a place. */
  readonly also?: readonly Pick<FacetOption, 'label' | 'href'>[] | undefined;
  /** Further ways to narrow down, each in a `Fold`. */
  readonly children?: Child;
}) {
  const chosen = [...facets.flatMap(({ options }) => options.filter((option) => option.chosen)), ...also];
  return (
    <nav class="facets" aria-label={words.say('ui.facets.title')}>
      <Chosen words={words} chosen={chosen} clear={clear} />
      <details class="all">
        <summary class="with-icon">
          <Icon name="filter" /> <span>{words.say('ui.facets.open', { count: chosen.length })}</span>
        </summary>
        {facets
          .filter(({ options }) => options.length > 0)
          .map((facet) => (
            <Group words={words} facet={facet} />
          ))}
        {children}
      </details>
    </nav>
  );
}

/** A way to narrow down that is not a list of links, e.g. a form for a place. */
export function Fold({
  label,
  open,
  children,
}: {
  readonly label: string;
  readonly open?: boolean | undefined;
  readonly children?: Child;
}) {
  return (
    <details class="facet" open={open === true}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}

function Chosen({
  words,
  chosen,
  clear,
}: {
  readonly words: Words;
  readonly chosen: readonly Pick<FacetOption, 'label' | 'href' | 'lang'>[];
  readonly clear: string;
}) {
  if (chosen.length === 0) return null;
  return (
    <div class="chosen">
      <ul class="chips" aria-label={words.say('ui.facets.chosen')}>
        {chosen.map(({ label, href, lang }) => (
          <li>
            <a class="chip taken" href={href}>
              <span class="away">{words.say('ui.facets.remove')} </span>
              <bdi lang={lang}>{label}</bdi>
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
      <a class="with-icon" href={clear}>
        <Icon name="undo" /> <span>{words.say('ui.facets.clear')}</span>
      </a>
    </div>
  );
}

function Group({ words, facet }: { readonly words: Words; readonly facet: Facet }) {
  const open = facet.open === true || facet.options.some((option) => option.chosen);
  return (
    <details class="facet" open={open}>
      <summary>{facet.label}</summary>
      <ul>
        {facet.options.map((option) => (
          <li>
            <a href={option.href} aria-current={option.chosen ? 'true' : undefined}>
              {option.icon === undefined ? null : <Icon name={option.icon} />}
              <bdi class="grow" lang={option.lang}>
                {option.label}
              </bdi>
              {option.chosen ? <Icon name="check" /> : null}
              <span class="count">
                <span class="away">, </span>
                {words.number(option.count)}
                <span class="away"> {words.say('ui.facets.results', { count: option.count })}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
