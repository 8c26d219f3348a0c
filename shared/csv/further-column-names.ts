type Patterns = readonly (readonly [pattern: RegExp, score: number])[];

/**
 * Column names of events, surveys, hearing notes, contacts, contracts and snapshots, for `nameScore`: patterns of plain
 * names (`plainName`) with the score each gives, best first.
 */
export const furtherPatterns = {
  knownOn: [[/^(known|recorded|entered|logged|typed)( ?(on|at|date))?$|^(判明|記録|入力|登録)日時?$/, 1]],
  userId: [
    [
      /^(user|end user|member|login|actor|person|利用者|ユーザー|ユーザ|会員|社員) ?(id|no|code|key|name|mail|email|コード|番号|名)?$/,
      1,
    ],
    [/\b(user|actor) ?(id|key|name|email)?$|(ユーザー|利用者)(id|名|コード)?$/, 0.8],
    [/^(e ?mail|メールアドレス)$/, 0.7],
  ],
  eventName: [
    [
      /^(event|action|activity|operation|feature)( (name|type|kind))?$|^(イベント|操作|アクション|行動|機能)(名|種別)?$/,
      1,
    ],
    [/^(type|name|screen|page|種別|画面)$/, 0.6],
  ],
  quantity: [[/^(quantity|qty|count|times|number|amount|n|数量|回数|件数|個数)$/, 1]],
  score: [
    [/^(nps|nps score|score nps|recommend(ation)?|likelihood to recommend|推奨度|nps(スコア|点)?)$/, 1],
    [/\bnps\b|推奨/, 0.9],
    [/^(score|answer|rating|satisfaction|点|点数|スコア|回答|評価|満足度)$/, 0.6],
  ],
  respondent: [
    [
      /^(respondent|answered by|contact|person|name|回答者|担当者|氏名|ご担当)( (name|id|email))?(名|様)?$/,
      1,
    ],
  ],
  text: [
    [
      /^(comment|comments|text|note|notes|memo|remark|feedback|verbatim|body|content|コメント|自由記述|内容|本文|メモ|備考|感想|詳細)$/,
      1,
    ],
    [/comment|free text|コメント|自由|所感/, 0.8],
  ],
  stakeholder: [
    [
      /^(stakeholder|contact|person|attendee|interviewee|counterpart|who|相手|関係者|面談者|出席者|先方|担当者|役職)( (name|role))?(名)?$/,
      1,
    ],
  ],
  topic: [[/^(topic|subject|theme|category|agenda|話題|テーマ|トピック|論点|分類|件名|項目)(名)?$/, 1]],
  rating: [[/^(rating|score|grade|sentiment|evaluation|mood|評価|評点|点数|スコア|温度感)(値)?$/, 1]],
  contactKind: [
    [
      /^(kind|type|channel|method|category|action|intervention|種別|種類|手段|方法|対応(内容|種別)?|区分|施策)( (kind|type))?$/,
      1,
    ],
  ],
  contactBy: [
    [
      /^(by|by whom|owner|csm|rep|agent|staff|handled by|done by|担当|担当者|対応者|実施者|担当csm)( (name|id))?(名)?$/,
      1,
    ],
  ],
  validFrom: [
    [
      /^(valid|effective|as of|changed|change|from)( ?(from|on|at|date|since))?$|^(適用|変更|有効)(開始)?日$/,
      1,
    ],
  ],
  renewalOn: [
    [
      /^(next )?(contract )?(renew(al)?|renews)( ?(date|on|at|day))?$|^(次回)?(契約)?更新(日|年月日|予定日)$/,
      1,
    ],
    [/^(contract|subscription) ?(expir(y|es|ation)|end)( ?(date|on))?$|^契約(満了|終了予定|期限)日?$/, 0.7],
  ],
  termMonths: [
    [
      /^(contract )?(term|plan|contract|billing) ?(length|period|months|term|cycle|interval|frequency|in months)?$|^(契約|プラン)?(期間|月数|形態|サイクル)(月)?$|^(請求|支払)(サイクル|周期|間隔)$/,
      0.9,
    ],
    [/\bterm( months| length)?$|billing (period|cycle|interval)|契約期間|契約月数/, 0.8],
  ],
  contractAmount: [
    [
      /^(mrr|arr|acv|monthly (fee|amount|price|charges?)|contract (amount|value)|fee|月額(料金|費用)?|契約金額|契約額|年額)$/,
      1,
    ],
    [/\b(mrr|arr|acv)\b|月額|契約金額/, 0.8],
  ],
  seats: [
    [
      /^(seats?|licen[cs]es?|(contracted|purchased|paid) (seats?|licen[cs]es?|users?)|(契約)?(シート|ライセンス|id|アカウント|席)数|契約(人数|ユーザー数))$/,
      1,
    ],
  ],
  churnFlag: [
    [
      /^(is |has )?(churn(ed)?|cancel(l?ed)?|attrition|exited|left)( ?(flag|label|status|value))?$|^(解約|退会|離脱|チャーン)(済|フラグ|有無|区分|済み)?$/,
      1,
    ],
    [/churn|解約|退会/, 0.7],
  ],
} as const satisfies Record<string, Patterns>;
