/** P(positive) = 1/(1 + e^−η), for any linear predictor η. */
export function logistic(predictor: number): number {
  return 1 / (1 + Math.exp(-predictor));
}

/** ln(1 + e^x) without overflow or lost digits: minus the log-likelihood of a kept row at predictor x, and of a
 * churned row at −x. */
export function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
