import type { FrameEntry } from './frame.ts';

/** Views of the same thing, each with its own address. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly FrameEntry[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: name, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where to go from here. */
export function RelatedLinks({
  title,
  links,
}: {
  readonly title: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly note?: string | undefined }[];
}) {
  if (links.length === 0) return null;
  return (
    <nav class="related" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, label, note }) => (
          <li>
            <a href={href}>{label}</a>
            {note === undefined ? null : <span class="soft"> {note}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
