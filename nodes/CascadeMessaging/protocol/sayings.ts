import { once } from './once';
import { affirm, beginWith, hasStem, knownWords, say } from './words';

const WILL = ['будет', 'будут', 'will'];
const GO_OUT = ['отправл', 'доставл', 'выслан', 'sent', 'delivered'];
const GOES_OUT = ['отправится', 'отправятся', 'уйдет', 'уйдут'];
const WAITS = ['ожидает', 'ждет', 'поставлена', 'поставлено', 'помещена', 'помещено'];
const FOR_IT = ['пополн', 'очеред'];
const noMoney = once(() =>
	['Недостаточно средств', 'Закончились', 'У нас закончились', 'Insufficient funds', 'Not enough'].map(knownWords),
);
const TOP_UP = ['пополн'];

/**
 * Says whether words promise to send a message once the account is topped up: "Недостаточно средств для отправки SMS. SMS будет
 * отправлена как только вы пополните счет …", and the like of any channel (docs/protocol.md section 6a).
 */
export function meansQueued(words: readonly string[]): boolean {
	const isAboutMoney = noMoney().some((start) => beginWith(words, start)) || words.some((word) => hasStem(word, TOP_UP));
	return isAboutMoney && (say(words, WILL, GO_OUT) || affirm(words, GOES_OUT) || say(words, WAITS, FOR_IT));
}

const sentBefore = once(() => knownWords('Данное сообщение уже было отправлено'));
const clientNumber = once(() => knownWords('client_id_message').join(' '));
const ALREADY = ['уже', 'ранее', 'already'];
const USED = ['отправл', 'использ', 'существ', 'приня', 'прини', 'обработ', 'занят', 'есть', 'sent', 'use', 'exist', 'accept', 'process'];

/** What else such words may be about: limits, time, doubled phones or contents, and fields that are badly written. */
const DOUBTS = [
	...['лимит', 'превыш', 'чащ', 'limit', 'exceed'],
	...['подожд', 'секунд', 'минут', 'час', 'сут', 'день', 'дня', 'дней', 'течени', 'через', 'позже', 'повторит', 'попробуй'],
	...['wait', 'second', 'minute', 'hour', 'later', 'retry', 'try'],
	...['дубл', 'одинаков', 'дважды', 'телефон', 'абонент', 'получател', 'текст', 'содерж', 'запрос', 'документ'],
	...['duplic', 'twice', 'phone', 'text', 'request'],
	...['долж', 'невер', 'некоррект', 'неправильн', 'недопустим', 'поддерж', 'формат', 'символ', 'цифр', 'числ'],
	...['must', 'should', 'invalid', 'format', 'digit'],
];

/** "Отправлено на этот номер" is about the phone. */
const TO = 'на';

/**
 * Says whether words mean that a message with the recipient's client number was sent before: the known text, or one that names
 * the client number as used. In doubt it is a refusal, so that nobody is told "accepted" who got nothing (docs/protocol.md section 6a).
 */
export function meansRepeat(words: readonly string[]): boolean {
	const isKnown = beginWith(words, sentBefore());
	const isOfNumber = words.join(' ').includes(clientNumber()) && say(words, ALREADY, USED);
	return (isKnown || isOfNumber) && !words.some((word) => word === TO || hasStem(word, DOUBTS));
}
