/** Who runs an installation: an association, or a public body with its duties to report and to disclose. */
export const OPERATORS = ['association', 'public'] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * Parts that an installation can have or leave out. What a public body must not even be able to know
 * (who shelters whom, who accompanies whom) is not there where one runs it: § 87 AufenthG and requests for
 * what it holds would reach it.
 */
export const MODULES = {
  rooms: { forbiddenForPublic: true },
  hospitality: { forbiddenForPublic: true },
  tandems: { forbiddenForPublic: true },
  campaigns: { forbiddenForPublic: true },
} as const satisfies Readonly<Record<string, { readonly forbiddenForPublic: boolean }>>;
export type ModuleName = keyof typeof MODULES;

export const MODULE_NAMES = Object.keys(MODULES).filter(isModule);

export function isModule(name: string): name is ModuleName {
  return Object.hasOwn(MODULES, name);
}

export function isAllowed(module: ModuleName, operator: Operator): boolean {
  return operator !== 'public' || !MODULES[module].forbiddenForPublic;
}

/** The parts of an installation: those that were asked for, or all that its operator may have. */
export function modulesOf(wanted: readonly ModuleName[] | null, operator: Operator): readonly ModuleName[] {
  return wanted ?? MODULE_NAMES.filter((module) => isAllowed(module, operator));
}

/** Those that were asked for although the operator must not have them. */
export function forbiddenAmong(wanted: readonly ModuleName[], operator: Operator): readonly ModuleName[] {
  return wanted.filter((module) => !isAllowed(module, operator));
}
