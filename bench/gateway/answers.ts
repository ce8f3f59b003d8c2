/** What a quick gateway knows while it answers. */
export interface Book {
	/** The ID the next message gets. */
	nextId: number;
	/** Of a hundred messages, how many have been delivered. */
	delivered: number;
	/** Of a hundred messages, how many have been read; Viber has delivered all of them then. Null before that is told: SMS delivers. */
	read: number | null;
}

/** An answer, and how many recipients or messages it is about. */
export interface Answer {
	text: string;
	about: number;
}

type Answerer = (body: string, book: Book) => Answer;

const FIRST_ID = 1_000_000_000;

/** The book of a gateway that was sent nothing yet. */
export const emptyBook = (): Book => ({ nextId: FIRST_ID, delivered: 0, read: null });

/** Answers a JSON document as the gateway does (docs/protocol.md section 2): everybody is accepted. */
export const answerJson: Answerer = (body, book) => (body.includes('"state":[') ? jsonStates(body, book) : jsonSend(body, book));

function jsonSend(body: string, book: Book): Answer {
	const before = book.nextId;
	const messages = body.split('"phones":[').slice(1);
	const answers = messages.map((message) => {
		const recipients = valuesAfter('"phone":"', message).map(
			(phone) => `{"id_message":"${book.nextId++}","phone":"${phone}","count_message":"1","id_viber":"0","id_sms":"5001","id_vk":"0"}`,
		);
		return `[${recipients.join(',')}]`;
	});
	return { text: `{"message":[${answers.join(',')}]}`, about: book.nextId - before };
}

function jsonStates(body: string, book: Book): Answer {
	const ids = valuesAfter('"id_message":"', body);
	const states = ids.map((id) => {
		const state = stateOf(id, book);
		if (book.read !== null) return viberState(id, book.read);
		return `{"id_message":"${id}","time_change_state":"2026-12-01 10:30:40","state":"${state}","state_sms":"${state}","num_parts_sms":"1","price_sms":"3.40"}`;
	});
	return { text: `{"state":[${states.join(',')}]}`, about: ids.length };
}

const viberState = (id: string, read: number): string =>
	`{"id_message":"${id}","time_change_state":"2026-12-01 10:30:40","state":"deliver","state_viber":"${Number(id) % 100 < read ? 'read' : 'deliver'}","price_viber":"1.15"}`;

/** Answers an XML document with messages (section 3): everybody is accepted. */
export const answerXmlSend: Answerer = (body, book) => {
	const before = book.nextId;
	const messages = body.split('<message>').slice(1);
	const answers = messages.map((message) => {
		const recipients = valuesAfter('<abonent phone="', message).map(
			(phone) =>
				`<information id_message="${book.nextId++}" count_message="1" id_sms="5001" id_viber="0" id_vk="0" phone="${phone}">send</information>`,
		);
		return `<message>${recipients.join('')}</message>`;
	});
	return { text: `<?xml version="1.0" encoding="utf-8" ?><response>${answers.join('')}</response>`, about: book.nextId - before };
};

/** Answers a question about the account (section 8): some money, a price, and an operator for each phone. */
export const answerAccount: Answerer = (body) => {
	if (body.includes('"type":"balance"')) return { text: BALANCE, about: 0 };
	const phones = body.slice(body.indexOf('"phones":[')).match(/"\d+"/g) ?? [];
	const facts = phones.map((phone) => `{"phone":${phone},"operator":"Tele2","region":"","time_zone":"0"}`);
	return { text: `{"phones":[${facts.join(',')}]}`, about: phones.length };
};

const BALANCE =
	'{"money":{"currency":"RUR","value":"356.1"},"sms":[{"area":"Tele2","price":"1.70","type_sms":"sms","MCC":"250","MNC":"20"}]}';

const stateOf = (id: string, { delivered }: Book): string => (Number(id) % 100 < delivered ? 'deliver' : 'send');

/** What stands between a mark and the next quotation mark, each time; much cheaper than reading the document. */
function valuesAfter(mark: string, text: string): string[] {
	const values: string[] = [];
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at)) {
		const start = at + mark.length;
		at = text.indexOf('"', start);
		values.push(text.slice(start, at));
	}
	return values;
}
