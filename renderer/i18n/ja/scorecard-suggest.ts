export const jaScorecardSuggest = {
  button: 'しきい値を提案',
  running: 'しきい値の提案を計算しています',
  title: '「{{name}}」のしきい値の提案',
  evidence: '設計期間の{{churners}}から学んだ提案です。使うまで何も変わりません。',
  range: '値の範囲',
  points: '点数',
  rows: '行',
  rate: '解約率 [95 %区間]',
  below: '{{value}} 未満',
  atLeast: '{{value}} 以上',
  between: '{{low}} 以上 {{high}} 未満',
  notSupported:
    'データが支えるしきい値はありません。値が違っても、解約の割合は偶然の範囲でしか変わっていません。',
  tooFewChurners:
    '設計期間では{{churners}}しかないため、提案はできません (10 社から)。手で決めるか、古い履歴を取り込んでください。',
  noFreeNumbers: 'この解約の数から学べる数字は使い切りました。これ以上学ぶと偶然に合わせてしまいます。',
};

export const jaScorecardTemplates = {
  menu: 'テンプレートから作る…',
};
