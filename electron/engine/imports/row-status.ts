/** What storing a collected row would do. `DUPLICATE` = a later row of the file says the same key. */
export const UNCHANGED = 0;
export const NEW = 1;
export const REPLACED = 2;
export const DUPLICATE = 3;
