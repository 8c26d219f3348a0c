/** The system's own fonts, Japanese ones first. Canvas text needs them by name: there "inherit" means 10 px sans-serif. */
export const fonts = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  '"Hiragino Sans"',
  '"Yu Gothic UI"',
  'Meiryo',
  '"Noto Sans CJK JP"',
  '"Noto Sans"',
  'sans-serif',
].join(', ');
