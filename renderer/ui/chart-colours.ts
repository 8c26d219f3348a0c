/** Lines that stand neither for churned nor for kept: readable on light and on dark. */
export const accentColour = '#5c7cfa';
