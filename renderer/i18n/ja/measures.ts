export const jaMeasures = {
  title: '指標',
  why: '解約した顧客と継続した顧客で値が違う指標を選びます。',
};
