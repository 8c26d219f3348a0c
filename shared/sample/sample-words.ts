/** The two languages the sample exists in. Only words differ; ids, dates and numbers are the same. */
export type SampleLanguage = 'ja' | 'en';

/** Words of one language. The generator draws positions in these lists, so every list is as long in both languages. */
export interface SampleWords {
  places: readonly string[];
  /** Three kinds of business per industry, in the order of `industries`. */
  businesses: readonly string[];
  companyName: (place: string, business: string) => string;
  industries: readonly string[];
  regions: readonly string[];
  plans: readonly string[];
  terms: { monthly: string; annual: string };
  managers: readonly string[];
  churn: string;
  yes: string;
  no: string;
  /** Reasons by kind of churn story. */
  reasons: {
    usage: readonly string[];
    relation: readonly string[];
    bankruptcy: readonly string[];
    contactLeft: readonly string[];
  };
  /** Ways of contact: mail, telephone, visit. */
  channels: readonly string[];
  ticketKinds: readonly string[];
  priorities: readonly string[];
  ticketStates: { open: string; closed: string };
  topics: readonly string[];
  stakeholders: readonly string[];
  impressions: readonly [worried: string, neutral: string, positive: string];
  /** Text of a hearing note by topic, then impression. */
  notes: readonly (readonly [worried: string, neutral: string, positive: string])[];
}

const japanese: SampleWords = {
  places: [
    ...['月面', '火星', '竜宮', '雲上', '深海', '虹の橋', '蜃気楼', '流星', '天の川', '砂時計'],
    ...['真夜中', '逆さ富士', '鏡の国', '影絵', '夢見', '綿雲', '霧笛', '千年樹', '時計塔', '木星'],
  ],
  businesses: [
    ...['精機', '化学', '電装', '商事', '百貨', '通商', '情報', 'ソフト', '通信', '建設', '設備', '工務'],
    ...['物流', '運輸', '倉庫', '食品', '製菓', '醸造', '人材', '教育', '研修', '不動産', '住宅', '開発'],
  ],
  companyName: (place, business) => `${place}${business}株式会社`,
  industries: ['製造', '商社・小売', 'IT・通信', '建設', '運輸・倉庫', '食品', '人材・教育', '不動産'],
  regions: ['関東', '関西', '中部', '九州・沖縄', '北海道・東北', '中国・四国'],
  plans: ['スターター', 'スタンダード', 'プロ'],
  terms: { monthly: '月次契約', annual: '年間契約' },
  managers: ['青木', '石田', '上野', '江川', '岡本', '川村', '小山', '佐野'],
  churn: '解約',
  yes: 'はい',
  no: 'いいえ',
  reasons: {
    usage: ['利用が定着しなかった', '他社へ切り替え', '自社開発へ移行'],
    relation: ['サポートへの不満', '他社へ切り替え', '費用対効果が合わない'],
    bankruptcy: ['倒産'],
    contactLeft: ['推進担当者の退職'],
  },
  channels: ['メール', '電話', '訪問'],
  ticketKinds: ['使い方', '不具合', '請求', '要望'],
  priorities: ['低', '中', '高'],
  ticketStates: { open: '対応中', closed: '完了' },
  topics: ['戦略・優先度', '課題', '関係者の変化', '予算', '満足'],
  stakeholders: ['現場担当者', '管理者', '部門長', '経営層'],
  impressions: ['懸念', '中立', '前向き'],
  notes: [
    ['優先順位が下がり、活用の議論が止まっている', '方針に大きな変更はない', '来期の重点施策に入る予定'],
    [
      '課題が解決せず、代わりの手段を探し始めた',
      '課題を整理中、次回までに一覧をもらう',
      '課題が解消し、次の部署を検討中',
    ],
    ['推進役が異動し、引き継ぎ先が決まっていない', '体制に変更なし', '推進役が増え、勉強会を始めた'],
    ['予算の見直しがあり、継続を検討中とのこと', '予算は前年並み', '追加の予算を申請中'],
    ['期待した効果が出ていないとの声', '満足も不満も特に聞かれない', '社内で好評、事例紹介にも前向き'],
  ],
};

const english: SampleWords = {
  places: [
    ...['Moonside', 'Martian', 'Dragon Palace', 'Cloudtop', 'Deep Sea', 'Rainbow Bridge', 'Mirage'],
    ...['Shooting Star', 'Milky Way', 'Hourglass', 'Midnight', 'Upside-Down Peak', 'Looking-Glass'],
    ...['Shadow Play', 'Daydream', 'Cotton Cloud', 'Foghorn', 'Thousand-Year Tree', 'Clock Tower', 'Jovian'],
  ],
  businesses: [
    ...[
      'Precision',
      'Chemicals',
      'Electrics',
      'Trading',
      'Stores',
      'Commerce',
      'Data',
      'Software',
      'Telecom',
    ],
    ...['Construction', 'Facilities', 'Builders', 'Logistics', 'Transport', 'Warehouses', 'Foods', 'Sweets'],
    ...['Brewing', 'Staffing', 'Education', 'Training', 'Estates', 'Homes', 'Development'],
  ],
  companyName: (place, business) => `${place} ${business}, Inc.`,
  industries: [
    ...['Manufacturing', 'Trade and retail', 'IT and telecom', 'Construction', 'Transport and storage'],
    ...['Food', 'Staffing and education', 'Real estate'],
  ],
  regions: ['Kanto', 'Kansai', 'Chubu', 'Kyushu and Okinawa', 'Hokkaido and Tohoku', 'Chugoku and Shikoku'],
  plans: ['Starter', 'Standard', 'Pro'],
  terms: { monthly: 'Monthly', annual: 'Annual' },
  managers: ['Aoki', 'Ishida', 'Ueno', 'Egawa', 'Okamoto', 'Kawamura', 'Koyama', 'Sano'],
  churn: 'churn',
  yes: 'yes',
  no: 'no',
  reasons: {
    usage: ['Never became a habit', 'Moved to a competitor', 'Built their own'],
    relation: ['Unhappy with support', 'Moved to a competitor', 'Not worth the cost'],
    bankruptcy: ['Bankruptcy'],
    contactLeft: ['Champion left the company'],
  },
  channels: ['Mail', 'Telephone', 'Visit'],
  ticketKinds: ['How-to', 'Defect', 'Billing', 'Request'],
  priorities: ['Low', 'Medium', 'High'],
  ticketStates: { open: 'Open', closed: 'Closed' },
  topics: ['Strategy and priority', 'Problems', 'Change of people', 'Budget', 'Satisfaction'],
  stakeholders: ['User', 'Administrator', 'Head of department', 'Executive'],
  impressions: ['Worried', 'Neutral', 'Positive'],
  notes: [
    [
      'Priority went down, talks about use have stopped',
      'No great change of plans',
      'A focus of next year’s plan',
    ],
    [
      'Problem not solved, they look for another way',
      'Sorting problems, list promised by next time',
      'Problem solved, next department considered',
    ],
    [
      'Champion moved, nobody has taken over yet',
      'Same people as before',
      'More champions, study sessions started',
    ],
    ['Budget under review, renewal is in question', 'Budget as last year', 'Asking for more budget'],
    [
      'They say the expected effect is missing',
      'Neither praise nor complaint',
      'Well liked inside, open to a case study',
    ],
  ],
};

/** The words of a language. */
export function sampleWords(language: SampleLanguage): SampleWords {
  return language === 'ja' ? japanese : english;
}
