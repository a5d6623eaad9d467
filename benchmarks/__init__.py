"""Commands that measure the product from outside: quality, start-up, speed and memory."""
