/**
 * What the manual of the same platform's SMS interface says when it refuses (PROTOCOL section 6a). The words of the
 * cascade's own manual and examples stand in `refusal.ts`.
 */
export const KNOWN_WORDS = {
	access: 'Неправильный логин или пароль',
	badJson: 'Неправильный формат JSON документа',
	badXml: 'Неправильный формат XML документа',
	noPostData: 'POST данные отсутствуют',
	accountBlocked: 'Ваш аккаунт заблокирован',
	stopList: 'Номер телефона присутствует в стоп-листе',
	destinationClosed: 'Данное направление закрыто для вас',
	noCredit: 'Закончились SMS',
	queuedUntilTopUp: 'Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет по данному направлению',
	textRejected: 'Текст SMS отклонен модератором',
	senderUnknown: 'Такого отправителя Нет',
	senderNotApproved: 'Отправитель не прошел модерацию',
	senderTooLong: 'Отправитель не должен превышать 15 символов для цифровых номеров и 11 символов для буквенно-числовых',
	phoneTooLong: 'Номер телефона должен быть меньше 15 символов',
	noText: 'Нет текста сообщения',
	noLink: 'Нет ссылки',
	sentBefore: 'Данное сообщение уже было отправлено',
} as const;

/** Refusals of other gateways that only sound like a repeat: nothing was sent (PROTOCOL section 6a). */
export const LIKE_REPEATS = {
	tooManyRepeats: 'Превышен лимит отправки повторных сообщений на данный номер',
	waitAMinute: 'На этот номер уже отправлено сообщение, подождите 60 секунд',
	duplicatedMessage: 'Duplicated message',
	doubledNumber: 'Дублирующийся номер',
} as const;
