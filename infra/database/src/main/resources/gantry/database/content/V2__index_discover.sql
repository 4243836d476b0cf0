-- What a page shows of a public roadmap, with what its sections order by.
CREATE VIEW content.cards AS
SELECT r.tenant, r.id, r.featured_at, r.heat, r.active_on, r.rating_bound, r.ratings, r.created_at,
       jsonb_build_object(
         'id', r.id, 'title', r.title, 'topic', r.topic, 'owner', r.owner, 'ownerName', c.name,
         'views', r.views, 'clones', r.clones, 'ratings', r.ratings,
         'averageRating', COALESCE(round(1.0 * r.stars / NULLIF(r.ratings, 0), 2), 0),
         'createdAt', r.created_at) AS card
FROM content.roadmaps r
JOIN content.creators c ON c.tenant = r.tenant AND c.id = r.owner
WHERE r.public;

CREATE INDEX roadmaps_featured ON content.roadmaps (tenant, featured_at DESC, id)
  WHERE public AND featured_at IS NOT NULL;
CREATE INDEX roadmaps_by_heat ON content.roadmaps (tenant, heat DESC, id)
  WHERE public AND heat IS NOT NULL;
CREATE INDEX roadmaps_by_rating ON content.roadmaps (tenant, rating_bound DESC, ratings DESC, id)
  WHERE public AND rating_bound IS NOT NULL;
CREATE INDEX creators_by_followers ON content.creators (tenant, followers DESC, id) WHERE named;
