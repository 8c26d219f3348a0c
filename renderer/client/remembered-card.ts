/** Beside the language and the colours of this window: one key for each workspace. */
const keyOf = (workspaceId: string) => `myaku.scorecard.${workspaceId}`;

/** The scorecard chosen last in this workspace on this machine; null = none, or no workspace. */
export function rememberedCard(workspaceId: string | undefined): string | null {
  return workspaceId === undefined ? null : localStorage.getItem(keyOf(workspaceId));
}

/** Keeps the choice over a reload and the next opening; null forgets it. */
export function rememberCard(workspaceId: string | undefined, scorecardId: string | null): void {
  if (workspaceId === undefined) return;
  if (scorecardId === null) localStorage.removeItem(keyOf(workspaceId));
  else localStorage.setItem(keyOf(workspaceId), scorecardId);
}
