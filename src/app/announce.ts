export interface Announcement {
  /** Where people reach the site. */
  readonly origin: string;
  /** The link that opens the house once, while nobody is in. */
  readonly entrance: string | null;
}

interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const TERMINAL: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** Exactly one line on stdout, the address, once it listens. The link is not for pipes, so it goes to stderr. */
export function announce({ origin, entrance }: Announcement, { out, err }: Terminal = TERMINAL): void {
  if (entrance !== null) err(`Zum Eintreten (einmal, binnen eines Tages): ${entrance}\n`);
  out(`Geflecht läuft: ${origin}\n`);
}
