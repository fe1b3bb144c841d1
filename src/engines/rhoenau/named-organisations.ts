import { IN_LATIN_SCRIPT } from './named/latin-script.ts';
import { IN_OWN_SCRIPT } from './named/own-script.ts';
import { OF_STORIES } from './named/stories.ts';
import type { NamedOrganisation } from './named/named-organisation.ts';

/** The 41 that speak for themselves. */
export const NAMED_ORGANISATIONS: readonly NamedOrganisation[] = [...OF_STORIES, ...IN_OWN_SCRIPT, ...IN_LATIN_SCRIPT];
