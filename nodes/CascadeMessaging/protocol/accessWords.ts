import { reasonOf } from './reasons';

/**
 * What gateways may say when they do not take a login, a password or a token, beside what the table of reasons knows (docs/protocol.md
 * section 6a). Read where nothing but a question was asked: in the answer to a message such words may mean something else.
 */
const ABOUT_ACCESS = [
	/(неправильн|неверн|ошибочн)\S{0,9}\s{1,3}(логин|парол|токен|имя пользов)/i,
	/(wrong|invalid|incorrect|bad)\s{1,3}(login|password|token|credentials|user)/i,
	/(логин|парол|токен)\S{0,9}\s{1,3}(не найден|не подходит|неверен|неверный|неправильн)/i,
	/(login|password|token)\S{0,9}\s{1,3}(is\s{1,3})?(wrong|invalid|incorrect|expired)/i,
	/доступ\S{0,3}\s{1,3}(запрещ|закрыт)|авторизац|access\s{1,3}(is\s{1,3})?denied|unauthori[sz]ed|not\s{1,3}authori[sz]ed|authori[sz]ation|authentication/i,
];

const LONGEST_READ = 1000;

/** Says whether the words of a gateway mean that it does not take the account's login, password or token. */
export function isAboutAccess(words: string): boolean {
	const start = words.slice(0, LONGEST_READ);
	return reasonOf(words) === 'access' || ABOUT_ACCESS.some((pattern) => pattern.test(start));
}
