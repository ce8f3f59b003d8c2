import { isState } from '../protocol';

/** What gateways say of a message they do not know, or of a question they were just asked: they have taken the login. */
const ABOUT_THE_QUESTION =
	/сообщени\S{0,9}\s{1,3}с\s{1,3}таким\s{1,3}id|не\s{1,3}принималось|более\s{1,3}одного\s{1,3}одинакового\s{1,3}запроса/i;

const LONGEST_READ = 1000;

/** Says whether words are those of a gateway that has taken the login and looked for the message (sections 4 and 5). */
export function isOfGateway(words: string): boolean {
	return isState(words) || ABOUT_THE_QUESTION.test(words.slice(0, LONGEST_READ));
}
