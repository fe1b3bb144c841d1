import { DIRECTED, SHAPES, type IconName } from './shapes.ts';

/** An outline icon. It is decoration: put it beside a word, never in place of one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={DIRECTED.has(name) ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
