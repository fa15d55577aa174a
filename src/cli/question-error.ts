/** Why a question cannot be answered; `message` says what is wrong, where, and what is accepted. */
export class QuestionError extends Error {}
