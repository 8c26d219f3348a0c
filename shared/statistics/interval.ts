/** A confidence interval, both ends included; 95 % unless the function that made it says otherwise. */
export type Interval = { readonly low: number; readonly high: number };
