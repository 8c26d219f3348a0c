import { describe, expect, it } from 'vitest';
import { parseChurnFlag, parseVoluntary } from '../../../shared/csv/parse-flag.ts';
import { parseTerm } from '../../../shared/csv/parse-term.ts';
import { suggestMapping } from '../../../shared/csv/suggest-mapping.ts';

function suggest(fileName: string, [header, ...rows]: readonly string[]) {
  const { plan } = suggestMapping({
    fileName,
    columns: header!.split(',').map((name, index) => ({ index, name })),
    rows: rows.map((row) => row.split(',')),
    read: { encoding: 'utf-8', delimiter: ',', hasHeader: true, skipRows: 0 },
  });
  return [plan.kind, plan.source, plan.columns.map(({ role }) => role).join(' ')];
}

describe('the kind of a file', () => {
  it.each<[string, string[], string, string, string]>([
    [
      'app_events_2024.csv',
      [
        'account_id,timestamp,user_id,event,count',
        'a,2024-05-01 10:00:00,u1,login,1',
        'a,2024-05-01 11:00:00,u2,export,2',
      ],
      ...(['events', 'app_events', 'accountId date userId eventName quantity'] as const),
    ],
    [
      '操作ログ.csv',
      ['企業コード,日時,ユーザーID,操作', 'a,2024/05/01 10:00,u1,ログイン', 'b,2024/05/01 11:00,u2,出力'],
      ...(['events', '操作ログ', 'accountId date userId eventName'] as const),
    ],
    [
      'NPSアンケート.csv',
      [
        '顧客ID,回答日,推奨度,回答者,コメント',
        'a,2024-06-01,9,部長,便利',
        'b,2024-06-02,3,担当,',
        'c,2024-06-02,5,,',
        'd,2024-06-03,8,,',
        'e,2024-06-03,12,,',
      ],
      ...(['surveys', 'surveys', 'accountId date score respondent text'] as const),
    ],
    [
      'hearing.csv',
      [
        'customer_id,date,stakeholder,topic,rating,note,recorded_on',
        'a,2024-06-01,CTO,budget,2,cut,2024-06-05',
        'b,2024-06-02,user,issue,4,fine,2024-06-06',
      ],
      ...(['hearingNotes', 'hearingNotes', 'accountId date stakeholder topic rating text knownOn'] as const),
    ],
    [
      '対応履歴.csv',
      ['顧客ID,対応日,種別,担当者,内容', 'a,2024-06-01,電話,佐藤,確認', 'b,2024-06-02,訪問,鈴木,提案'],
      ...(['interventions', 'interventions', 'accountId date contactKind contactBy text'] as const),
    ],
    [
      'customers.csv',
      ['customer_id,plan,churned', 'a,pro,1', 'b,free,0', 'c,free,0'],
      ...(['snapshot', '', 'accountId attribute churnFlag'] as const),
    ],
    [
      'contracts.csv',
      [
        'account_id,start_date,renewal_date,term,mrr,seats,plan',
        'a,2023-01-01,2024-01-01,12,100,5,pro',
        'b,2023-02-01,2024-02-01,1,200,6,free',
      ],
      ...(['accounts', '', 'accountId startOn renewalOn termMonths contractAmount seats attribute'] as const),
    ],
  ])('%s', (name, rows, kind, source, roles) => {
    expect(suggest(name, rows)).toEqual([kind, source, roles]);
  });
});

describe('words in cells', () => {
  it('give a term in months', () => {
    const read = [
      '12',
      '１２ヶ月',
      '2 years',
      '1年',
      '年間契約',
      'Month-to-month',
      'One year',
      '',
      'weekly',
      '0',
    ];
    expect(read.map(parseTerm)).toEqual([12, 12, 24, 12, 12, 1, 12, 'blank', 'invalid', 'invalid']);
  });

  it('say churned or kept, and whether by choice', () => {
    const flags = ['1', 'No', '解約済', 'Churned', '継続中', 'active', '', 'perhaps'];
    expect(flags.map(parseChurnFlag)).toEqual([true, false, true, true, false, false, 'blank', 'invalid']);
    const choices = ['自発', '非自発', 'Involuntary', 'voluntary', 'yes', '', 'both'];
    expect(choices.map(parseVoluntary)).toEqual([true, false, false, true, true, 'blank', 'invalid']);
  });
});
