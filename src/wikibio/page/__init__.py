"""What a page says of itself: categories, sort key, description, images, hatnotes, succession boxes."""
