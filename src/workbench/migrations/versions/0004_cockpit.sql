CREATE TABLE criterion (
	name TEXT NOT NULL,
	scheme VARCHAR(20) NOT NULL,
	ground VARCHAR(20),
	weight DOUBLE NOT NULL,
	anchors TEXT,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_criterion PRIMARY KEY (id)
);
CREATE TABLE pulse_answer (
	round DATE NOT NULL,
	question TEXT NOT NULL,
	answer INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_pulse_answer PRIMARY KEY (id)
);
CREATE INDEX ix_pulse_answer_round ON pulse_answer (round);
CREATE TABLE skill (
	name TEXT NOT NULL,
	importance INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_skill PRIMARY KEY (id)
);
CREATE TABLE goal (
	member_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	"by" DATE,
	progress INTEGER NOT NULL,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_goal PRIMARY KEY (id),
	CONSTRAINT fk_goal_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX ix_goal_member_id ON goal (member_id);
CREATE TABLE qualification (
	member_id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	title TEXT NOT NULL,
	level TEXT,
	given_by TEXT,
	years DOUBLE,
	gained_on DATE,
	expires_on DATE,
	id INTEGER NOT NULL,
	CONSTRAINT pk_qualification PRIMARY KEY (id),
	CONSTRAINT fk_qualification_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX ix_qualification_member_id ON qualification (member_id);
CREATE TABLE skill_level (
	member_id INTEGER NOT NULL,
	skill_id INTEGER NOT NULL,
	required INTEGER NOT NULL,
	current INTEGER NOT NULL,
	as_of DATE,
	evidence TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_skill_level PRIMARY KEY (id),
	CONSTRAINT fk_skill_level_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE,
	CONSTRAINT fk_skill_level_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
);
CREATE INDEX ix_skill_level_member_id ON skill_level (member_id);
CREATE INDEX ix_skill_level_skill_id ON skill_level (skill_id);
CREATE TABLE training (
	member_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	skill_id INTEGER,
	status VARCHAR(20) NOT NULL,
	"on" DATE,
	hours DOUBLE,
	cost INTEGER,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_training PRIMARY KEY (id),
	CONSTRAINT fk_training_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE,
	CONSTRAINT fk_training_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE SET NULL
);
CREATE INDEX ix_training_member_id ON training (member_id);
CREATE INDEX ix_training_skill_id ON training (skill_id) WHERE skill_id IS NOT NULL;
CREATE TABLE benefit (
	account_id INTEGER NOT NULL,
	advantage VARCHAR(20) NOT NULL,
	year INTEGER NOT NULL,
	value DOUBLE NOT NULL,
	indicator TEXT,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_benefit PRIMARY KEY (id),
	CONSTRAINT fk_benefit_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX ix_benefit_account_id ON benefit (account_id);
CREATE TABLE lesson (
	title TEXT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	situation TEXT,
	advice TEXT,
	"on" DATE,
	member_id INTEGER,
	account_id INTEGER,
	tags TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_lesson PRIMARY KEY (id),
	CONSTRAINT fk_lesson_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_lesson_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX ix_lesson_account_id ON lesson (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_lesson_member_id ON lesson (member_id) WHERE member_id IS NOT NULL;
CREATE TABLE rating (
	account_id INTEGER NOT NULL,
	criterion_id INTEGER NOT NULL,
	year INTEGER NOT NULL,
	value INTEGER NOT NULL,
	rival INTEGER,
	evidence TEXT,
	rated_on DATE,
	rater_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_rating PRIMARY KEY (id),
	CONSTRAINT fk_rating_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_rating_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE,
	CONSTRAINT fk_rating_rater_id FOREIGN KEY(rater_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_rating_account_id ON rating (account_id);
CREATE INDEX ix_rating_criterion_id ON rating (criterion_id);
CREATE INDEX ix_rating_rater_id ON rating (rater_id) WHERE rater_id IS NOT NULL;
CREATE TABLE recognition (
	member_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	"on" DATE NOT NULL,
	from_id INTEGER,
	account_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_recognition PRIMARY KEY (id),
	CONSTRAINT fk_recognition_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE,
	CONSTRAINT fk_recognition_from_id FOREIGN KEY(from_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_recognition_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX ix_recognition_account_id ON recognition (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_recognition_from_id ON recognition (from_id) WHERE from_id IS NOT NULL;
CREATE INDEX ix_recognition_member_id ON recognition (member_id);
CREATE TABLE log_entry (
	account_id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	title TEXT NOT NULL,
	"on" DATE NOT NULL,
	text TEXT,
	member_id INTEGER,
	department_id INTEGER,
	meeting_id INTEGER,
	resolution TEXT,
	lesson TEXT,
	resolved_on DATE,
	id INTEGER NOT NULL,
	CONSTRAINT pk_log_entry PRIMARY KEY (id),
	CONSTRAINT fk_log_entry_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_log_entry_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_log_entry_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL,
	CONSTRAINT fk_log_entry_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL
);
CREATE INDEX ix_log_entry_account_id ON log_entry (account_id);
CREATE INDEX ix_log_entry_department_id ON log_entry (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX ix_log_entry_meeting_id ON log_entry (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX ix_log_entry_member_id ON log_entry (member_id) WHERE member_id IS NOT NULL;
CREATE TABLE review (
	plan_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	status VARCHAR(20) NOT NULL,
	presenter_id INTEGER,
	coach_id INTEGER,
	summary TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_review PRIMARY KEY (id),
	CONSTRAINT fk_review_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
	CONSTRAINT fk_review_presenter_id FOREIGN KEY(presenter_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_review_coach_id FOREIGN KEY(coach_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_review_coach_id ON review (coach_id) WHERE coach_id IS NOT NULL;
CREATE INDEX ix_review_plan_id ON review (plan_id);
CREATE INDEX ix_review_presenter_id ON review (presenter_id) WHERE presenter_id IS NOT NULL;
CREATE TABLE objective_skill (
	objective_id INTEGER NOT NULL,
	skill_id INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_objective_skill PRIMARY KEY (id),
	CONSTRAINT fk_objective_skill_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE CASCADE,
	CONSTRAINT fk_objective_skill_skill_id FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
);
CREATE INDEX ix_objective_skill_objective_id ON objective_skill (objective_id);
CREATE INDEX ix_objective_skill_skill_id ON objective_skill (skill_id);
CREATE TABLE workstream (
	account_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	objective_id INTEGER,
	department_id INTEGER,
	starts_on DATE,
	ends_on DATE,
	note TEXT,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_workstream PRIMARY KEY (id),
	CONSTRAINT fk_workstream_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_workstream_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE SET NULL,
	CONSTRAINT fk_workstream_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL
);
CREATE INDEX ix_workstream_account_id ON workstream (account_id);
CREATE INDEX ix_workstream_department_id ON workstream (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX ix_workstream_objective_id ON workstream (objective_id) WHERE objective_id IS NOT NULL;
CREATE TABLE deliverable (
	workstream_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	due DATE,
	done_on DATE,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_deliverable PRIMARY KEY (id),
	CONSTRAINT fk_deliverable_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE CASCADE
);
CREATE INDEX ix_deliverable_workstream_id ON deliverable (workstream_id);
CREATE TABLE hours_spent (
	account_id INTEGER NOT NULL,
	member_id INTEGER NOT NULL,
	"on" DATE NOT NULL,
	hours DOUBLE NOT NULL,
	action_id INTEGER,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_hours_spent PRIMARY KEY (id),
	CONSTRAINT fk_hours_spent_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_hours_spent_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE,
	CONSTRAINT fk_hours_spent_action_id FOREIGN KEY(action_id) REFERENCES action_item (id) ON DELETE SET NULL
);
CREATE INDEX ix_hours_spent_account_id ON hours_spent (account_id);
CREATE INDEX ix_hours_spent_action_id ON hours_spent (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX ix_hours_spent_member_id ON hours_spent (member_id);
CREATE INDEX ix_hours_spent_on ON hours_spent ("on");
CREATE TABLE raci (
	letter VARCHAR(20) NOT NULL,
	workstream_id INTEGER,
	deliverable_id INTEGER,
	action_id INTEGER,
	department_id INTEGER,
	member_id INTEGER,
	id INTEGER NOT NULL,
	CONSTRAINT pk_raci PRIMARY KEY (id),
	CONSTRAINT fk_raci_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE CASCADE,
	CONSTRAINT fk_raci_deliverable_id FOREIGN KEY(deliverable_id) REFERENCES deliverable (id) ON DELETE CASCADE,
	CONSTRAINT fk_raci_action_id FOREIGN KEY(action_id) REFERENCES action_item (id) ON DELETE CASCADE,
	CONSTRAINT fk_raci_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE CASCADE,
	CONSTRAINT fk_raci_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_raci_action_id ON raci (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX ix_raci_deliverable_id ON raci (deliverable_id) WHERE deliverable_id IS NOT NULL;
CREATE INDEX ix_raci_department_id ON raci (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX ix_raci_member_id ON raci (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_raci_workstream_id ON raci (workstream_id) WHERE workstream_id IS NOT NULL;
CREATE TABLE request (
	title TEXT NOT NULL,
	department_id INTEGER NOT NULL,
	asked_on DATE NOT NULL,
	account_id INTEGER,
	member_id INTEGER,
	asked_by_id INTEGER,
	action_id INTEGER,
	objective_id INTEGER,
	details TEXT,
	stake TEXT,
	promised_for DATE,
	first_promised DATE,
	state VARCHAR(20) NOT NULL,
	accepted_on DATE,
	answer TEXT,
	answered_on DATE,
	blocked_reason TEXT,
	escalation TEXT,
	escalated_on DATE,
	id INTEGER NOT NULL,
	CONSTRAINT pk_request PRIMARY KEY (id),
	CONSTRAINT fk_request_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE RESTRICT,
	CONSTRAINT fk_request_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_request_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_request_asked_by_id FOREIGN KEY(asked_by_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_request_action_id FOREIGN KEY(action_id) REFERENCES action_item (id) ON DELETE SET NULL,
	CONSTRAINT fk_request_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE SET NULL
);
CREATE INDEX ix_request_account_id ON request (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_request_action_id ON request (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX ix_request_asked_by_id ON request (asked_by_id) WHERE asked_by_id IS NOT NULL;
CREATE INDEX ix_request_asked_on ON request (asked_on);
CREATE INDEX ix_request_department_id ON request (department_id);
CREATE INDEX ix_request_member_id ON request (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_request_objective_id ON request (objective_id) WHERE objective_id IS NOT NULL;
CREATE INDEX ix_request_state ON request (state);
CREATE TABLE review_question (
	review_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	answer TEXT,
	member_id INTEGER,
	action_id INTEGER,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_review_question PRIMARY KEY (id),
	CONSTRAINT fk_review_question_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
	CONSTRAINT fk_review_question_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_review_question_action_id FOREIGN KEY(action_id) REFERENCES action_item (id) ON DELETE SET NULL
);
CREATE INDEX ix_review_question_action_id ON review_question (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX ix_review_question_member_id ON review_question (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_review_question_review_id ON review_question (review_id);
