-- Who makes roadmaps. Followers are rolled up from content.follow_increments.
CREATE TABLE content.creators (
  tenant text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  bio text NOT NULL,
  named boolean NOT NULL,
  followers bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, id)
);

-- Counters are rolled up from content.increments; heat is the logarithm of all activity, halved every three days, as of
-- day 0 of the epoch: its order never changes by itself, so that an index can keep it. rating_bound is the lower bound
-- of Wilson's 95 % interval for the share of stars, of roadmaps with three ratings and 3.5 stars on average.
CREATE TABLE content.roadmaps (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  owner text NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  topic text NOT NULL,
  public boolean NOT NULL,
  featured_at timestamptz,
  lessons jsonb NOT NULL CHECK (jsonb_typeof(lessons) = 'array'),
  source uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  views bigint NOT NULL DEFAULT 0,
  clones bigint NOT NULL DEFAULT 0,
  ratings bigint NOT NULL DEFAULT 0,
  stars bigint NOT NULL DEFAULT 0,
  heat double precision,
  active_on date,
  rating_bound double precision GENERATED ALWAYS AS (
    CASE WHEN ratings >= 3 AND 2 * stars >= 7 * ratings THEN
      ((stars - ratings) / (4.0 * ratings) + 1.9208 / ratings
        - 1.96 * sqrt((stars - ratings) * (5.0 * ratings - stars) / (16.0 * ratings * ratings * ratings)
            + 0.9604 / (1.0 * ratings * ratings)))
      / (1 + 3.8416 / ratings)
    END) STORED,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', topic), 'B')
      || setweight(to_tsvector('simple', description), 'C')) STORED,
  FOREIGN KEY (tenant, owner) REFERENCES content.creators (tenant, id)
);

CREATE INDEX roadmaps_of_owner ON content.roadmaps (tenant, owner, created_at DESC, id DESC);
CREATE INDEX roadmaps_by_time ON content.roadmaps (tenant, created_at DESC, id DESC) WHERE public;
CREATE INDEX roadmaps_by_topic ON content.roadmaps (tenant, topic, created_at DESC, id DESC) WHERE public;
CREATE INDEX roadmaps_by_words ON content.roadmaps USING gin (search) WHERE public;

-- One row per viewer and day; yesterday's are purged once they are counted.
CREATE TABLE content.views (
  day date NOT NULL,
  roadmap uuid NOT NULL,
  viewer text NOT NULL,
  PRIMARY KEY (day, roadmap, viewer)
);

-- Whoever clones one twice is counted once.
CREATE TABLE content.clones (
  roadmap uuid NOT NULL REFERENCES content.roadmaps (id) ON DELETE CASCADE,
  cloner text NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (roadmap, cloner)
);

CREATE TABLE content.ratings (
  roadmap uuid NOT NULL REFERENCES content.roadmaps (id) ON DELETE CASCADE,
  rater text NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  day date NOT NULL,
  PRIMARY KEY (roadmap, rater)
);

CREATE TABLE content.follows (
  tenant text NOT NULL,
  creator text NOT NULL,
  follower text NOT NULL CHECK (follower <> creator),
  PRIMARY KEY (tenant, creator, follower),
  FOREIGN KEY (tenant, creator) REFERENCES content.creators (tenant, id)
);

CREATE TABLE content.progress (
  tenant text NOT NULL,
  learner text NOT NULL,
  roadmap uuid NOT NULL REFERENCES content.roadmaps (id) ON DELETE CASCADE,
  completed_lessons integer NOT NULL CHECK (completed_lessons >= 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, learner, roadmap)
);

CREATE INDEX progress_of_roadmap ON content.progress (roadmap);

-- What happened per day, for what counts the last thirty.
CREATE TABLE content.days (
  roadmap uuid NOT NULL REFERENCES content.roadmaps (id) ON DELETE CASCADE,
  day date NOT NULL,
  views bigint NOT NULL,
  clones bigint NOT NULL,
  ratings bigint NOT NULL,
  PRIMARY KEY (roadmap, day)
);

-- Appended to and rolled up: a counter that everybody raises at once is nobody's lock.
CREATE TABLE content.increments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  roadmap uuid NOT NULL,
  day date NOT NULL,
  views integer NOT NULL DEFAULT 0,
  clones integer NOT NULL DEFAULT 0,
  ratings integer NOT NULL DEFAULT 0,
  stars integer NOT NULL DEFAULT 0
);

CREATE INDEX increments_of_roadmap ON content.increments (roadmap);

CREATE TABLE content.follow_increments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  creator text NOT NULL,
  followers integer NOT NULL
);

CREATE INDEX follow_increments_of_creator ON content.follow_increments (tenant, creator);

-- Triggers, so that no row can come without its increment, whatever the race.
CREATE FUNCTION content.count_view() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.increments (roadmap, day, views) VALUES (NEW.roadmap, NEW.day, 1);
  RETURN NULL;
END $$;

CREATE FUNCTION content.count_clone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.increments (roadmap, day, clones) VALUES (NEW.roadmap, NEW.day, 1);
  RETURN NULL;
END $$;

CREATE FUNCTION content.count_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.increments (roadmap, day, ratings, stars)
  VALUES (NEW.roadmap, NEW.day, 1, NEW.stars);
  RETURN NULL;
END $$;

CREATE FUNCTION content.count_changed_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.increments (roadmap, day, stars)
  VALUES (NEW.roadmap, NEW.day, NEW.stars - OLD.stars);
  RETURN NULL;
END $$;

CREATE FUNCTION content.count_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.follow_increments (tenant, creator, followers) VALUES (NEW.tenant, NEW.creator, 1);
  RETURN NULL;
END $$;

CREATE FUNCTION content.count_unfollow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO content.follow_increments (tenant, creator, followers) VALUES (OLD.tenant, OLD.creator, -1);
  RETURN NULL;
END $$;

CREATE TRIGGER count_view AFTER INSERT ON content.views
  FOR EACH ROW EXECUTE FUNCTION content.count_view();
CREATE TRIGGER count_clone AFTER INSERT ON content.clones
  FOR EACH ROW EXECUTE FUNCTION content.count_clone();
CREATE TRIGGER count_rating AFTER INSERT ON content.ratings
  FOR EACH ROW EXECUTE FUNCTION content.count_rating();
CREATE TRIGGER count_changed_rating AFTER UPDATE ON content.ratings
  FOR EACH ROW WHEN (NEW.stars <> OLD.stars) EXECUTE FUNCTION content.count_changed_rating();
CREATE TRIGGER count_follow AFTER INSERT ON content.follows
  FOR EACH ROW EXECUTE FUNCTION content.count_follow();
CREATE TRIGGER count_unfollow AFTER DELETE ON content.follows
  FOR EACH ROW EXECUTE FUNCTION content.count_unfollow();
