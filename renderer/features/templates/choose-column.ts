import type { ChosenRoles, RoleKey } from '../../../shared/schemas/template.ts';

/** The choices by hand with one more: "" = no column for the role. */
export function chooseColumn(chosen: ChosenRoles, role: RoleKey, column: string): ChosenRoles {
  return [...chosen.filter((other) => other.role !== role), { role, column }];
}
