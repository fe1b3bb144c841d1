/** A circle as a path, so that every icon is one `d`. */
function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** Outlines on a field of 24 × 24, to be stroked, not filled. Drawn for this project. */
export const SHAPES = {
  // the seven fields of action
  housing: 'M3 11.5 12 4l9 7.5M5.5 9.6V20h13V9.6M10 20v-6h4v6',
  education: 'M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2ZM12 6.5v14',
  work: 'M3.5 8h17v11.5h-17ZM9 8V4.5h6V8M3.5 13h17M12 12v2',
  health: 'M12 20.5 4.2 12.7a4.9 4.9 0 0 1 7.8-5.9 4.9 4.9 0 0 1 7.8 5.9ZM9.5 12h5M12 9.5v5',
  transport: 'M5 4.5h14v12.5H5ZM5 11.5h14M8 17v2.5M16 17v2.5M8.5 14.3h.01M15.5 14.3h.01',
  selfOrganisation: `${circle(12, 6, 2.5)}${circle(5.5, 17.5, 2.5)}${circle(18.5, 17.5, 2.5)}M10.7 8.2 6.8 15.3M13.3 8.2l3.9 7.1M8 17.5h8`,
  culture: `${circle(6.5, 17.5, 2.5)}${circle(16.5, 15.5, 2.5)}M9 17.5V6.5l10-2v11`,
  // things one can do or read
  search: `${circle(10.5, 10.5, 6.5)}M15.3 15.3 20.5 20.5`,
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.5H7Z',
  feed: 'M5.5 18.5h.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14',
  calendar: 'M4 6h16v14.5H4ZM4 10.5h16M8 3.5V8M16 3.5V8',
  place: `M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21Z${circle(12, 9.5, 2.5)}`,
  language: `${circle(12, 12, 9)}M3 12h18M12 3c-4.7 5-4.7 13 0 18M12 3c4.7 5 4.7 13 0 18`,
  clock: `${circle(12, 12, 9)}M12 7v5.2l3.3 2`,
  check: 'M4.5 12.5 9.5 17.5 19.5 7',
  warning: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17.2h.01',
  upload: 'M12 16V4M7 9l5-5 5 5M4 15.5V20h16v-4.5',
  download: 'M12 4v12M7 11l5 5 5-5M4 15.5V20h16v-4.5',
  undo: 'M9 14 4 9l5-5M4 9h10a5.5 5.5 0 0 1 0 11h-3.5',
  back: 'M20 12H4.5M11 5.5 4.5 12l6.5 6.5',
  next: 'M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  info: `${circle(12, 12, 9)}M12 11v5.5M12 7.5h.01`,
  eye: `M2.5 12C5.5 7.3 8.7 5.5 12 5.5s6.5 1.8 9.5 6.5c-3 4.7-6.2 6.5-9.5 6.5S5.5 16.7 2.5 12Z${circle(12, 12, 2.8)}`,
  account: `${circle(12, 8.5, 4)}M4 20.5a8 8 0 0 1 16 0`,
  lock: 'M5.5 11h13v9.5h-13ZM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  filter: 'M4 6.5h16M7 12h10M10 17.5h4',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  mail: 'M3 5.5h18v13H3ZM3.5 6.5 12 13.5l8.5-7',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1Z',
  web: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  people: `${circle(9, 8, 3)}M3 20c0-4 2.5-6.5 6-6.5s6 2.5 6 6.5M15.5 5.3a3 3 0 0 1 0 5.4M17.5 14c2.3.8 3.5 3 3.5 6`,
} as const;

export type IconName = keyof typeof SHAPES;

/** Icons that point along the line of text and are mirrored where it runs from right to left. */
export const DIRECTED: ReadonlySet<IconName> = new Set<IconName>(['back', 'next', 'undo', 'list', 'feed']);
