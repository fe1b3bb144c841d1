export interface Announcement {
  /** Where people reach the site. */
  readonly origin: string;
  /** The link that opens the house once, while nobody is in. */
  readonly entrance: string | null;
}

interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody reads what is said there, between lines of the log. */
  readonly isWatched: boolean;
}

const TERMINAL: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
};

/** Exactly one line on stdout, the address, once it listens. The link is not for pipes, so it goes to stderr. */
export function announce({ origin, entrance }: Announcement, { out, err, isWatched }: Terminal = TERMINAL): void {
  const apart = isWatched ? '\n' : '';
  if (entrance !== null) err(`${apart}Zum Eintreten (einmal, binnen eines Tages): ${entrance}\n${apart}`);
  out(`Geflecht läuft: ${origin}\n`);
}
