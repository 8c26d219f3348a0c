/** The linked charts: what lights up in all of them. */
export const jaBacktestCharts = {
  linked: {
    title: '連動する図',
    hint: '図や数字に重ねると、同じ顧客がすべての図で光ります。クリックすると一覧を開きます。',
    waiting: '{{title}}…',
    shown: '光っている顧客: {{title}} ({{accounts}}、{{rows}})',
  },
};
