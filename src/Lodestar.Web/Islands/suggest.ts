// SPDX-License-Identifier: Apache-2.0

/** A place as the search of the API gives it. */
export interface Hit {
  readonly name: string;
  readonly kind: string | null;
  readonly countryName: string | null;
  readonly plan: string | null;
  readonly href: string;
  readonly by: string | null;
}

/** The option above or below; from the ends back to none (-1), which is what was typed. */
export function move(at: number, count: number, by: 1 | -1): number {
  const next = at + by;
  return next >= count ? -1 : next < -1 ? count - 1 : next;
}

/** Those to suggest: all, or only places with figures. */
export function shown(hits: readonly Hit[], onlyPlans: boolean): readonly Hit[] {
  return onlyPlans ? hits.filter((hit) => hit.plan !== null) : hits;
}
